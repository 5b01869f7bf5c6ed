/** Makes signed bearer tokens as an OIDC provider would: a key and a request go in, a JWT and the public key that verifies it come out. */
package vn.motcua.local.tokens;

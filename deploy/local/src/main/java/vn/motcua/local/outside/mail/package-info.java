/** A mail server that keeps everything: messages come in over SMTP, each is checked, decoded and recorded. */
package vn.motcua.local.outside.mail;

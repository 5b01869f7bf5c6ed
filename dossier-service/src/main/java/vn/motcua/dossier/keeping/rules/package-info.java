/** When a closed dossier was closed and what its rule of keeping says come in; until when it is kept and what bars its destruction flow out. Pure. */
package vn.motcua.dossier.keeping.rules;

/** In: recipients from the restricted stream. Out: how each dossier's applicant can be reached now, and whether an address is one. */
package vn.motcua.notification.contacts;

/**
 * Files come in as streams and lie in the upload area until a step of casework files them in a dossier, or their time is over; they go out again to
 * whoever may open the dossier, and each time is noted. What a file is said to be called or to be is not believed and not kept.
 */
package vn.motcua.dossier.papers.documents;

/**
 * What belongs to a closed dossier comes in, from every folder that keeps something of one; a package for the archive flows out, which says itself whether
 * it is whole. The same folders are told here when a dossier is destroyed.
 */
package vn.motcua.dossier.archiving;

/** Who reads a paper comes in; who may know it gets it told, for as long as it is kept. Whatever is not noted is not shown. */
package vn.motcua.dossier.papers.access;

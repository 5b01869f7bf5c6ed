/** Plays real cases against the running services and checks what comes out. In: the figures of the article of 8 June 2022. Out: import files, live steps over REST, a verdict. */
package vn.motcua.local.demo;

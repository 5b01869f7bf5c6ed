/** The commands of {@code deploy/}: arguments go in, lines for people and an exit status come out. */
package vn.motcua.local.commands;

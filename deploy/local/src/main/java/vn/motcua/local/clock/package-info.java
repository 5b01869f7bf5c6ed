/** The business clock of the local platform: set and moved here, read by every process through one shared file of eight bytes. */
package vn.motcua.local.clock;

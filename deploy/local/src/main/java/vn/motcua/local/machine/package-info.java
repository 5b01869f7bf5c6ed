/** The machine underneath: ports, directories, programs and processes of the operating system, asked for and given back. */
package vn.motcua.local.machine;

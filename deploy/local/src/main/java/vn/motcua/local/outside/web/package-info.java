/** A small HTTP server for the simulators: requests with a JSON body go in, answers come out at once, late or never. */
package vn.motcua.local.outside.web;

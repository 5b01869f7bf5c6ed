/** The outside world, simulated: what the services send out is checked field by field, recorded and shown; what can go wrong out there is switched on here. */
package vn.motcua.local.outside;

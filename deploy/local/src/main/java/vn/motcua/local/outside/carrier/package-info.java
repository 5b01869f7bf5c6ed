/** A postal carrier in the shape of the public postal service's merchant interface: orders come in, parcels are moved by hand, signed call-backs go out. */
package vn.motcua.local.outside.carrier;

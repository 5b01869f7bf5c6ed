/**
 * PURE. The parcel that carries a result home, its zone, its days and the carrier's words: values and instants in, what happened or what
 * bars it out; no clock, no ids made, no input or output.
 */
package vn.motcua.postal.returns;

/** An SMS gateway in the shape of the national aggregators: requests go in, each is checked, counted in parts and recorded. */
package vn.motcua.local.outside.sms;

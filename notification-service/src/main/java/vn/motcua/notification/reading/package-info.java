/** In: questions about notices and decisions on them. Out: what was said to whom and what became of it, as far as the caller may see it. */
package vn.motcua.notification.reading;

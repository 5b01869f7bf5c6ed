/**
 * In: planned notices. Out: messages at providers, at most once each or named in doubt. A row says SENDING before a provider is called, and no
 * transaction is open while one is.
 */
package vn.motcua.notification.sending;

/** The system on one machine: real PostgreSQL, a real Kafka broker, the packaged services as child JVMs, and a simulated outside world; started by a command or by a test, stopped without a trace. */
package vn.motcua.local;

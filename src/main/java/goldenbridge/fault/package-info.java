/**
 * Expected trouble as a value: what went wrong, where, and what to do next. Imports nothing of this program; every other
 * room may import it.
 */
package goldenbridge.fault;

/**
 * The command line: one thin file a command. Reads the request, calls the other rooms, and turns a problem into one line on
 * stderr and an exit code. Nothing imports it but {@code Main}; only {@code ServeCommand} reaches {@code http}.
 */
package goldenbridge.cli;

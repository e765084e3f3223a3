/**
 * The HTTP door. A request becomes a {@link goldenbridge.http.Call}, an {@link goldenbridge.http.Endpoint} turns it into a
 * {@link goldenbridge.http.Reply}, and one servlet sends that reply whole or an error instead: nothing goes out before it is
 * complete. Imports every room but {@code cli}; only {@code cli} imports it.
 */
package goldenbridge.http;

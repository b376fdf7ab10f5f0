using System.Text;
using System.Text.Json;

namespace CsDashboard.Bench;

/// <summary>
/// Somebody who calls a server, known by headers of their own (each ends with a line break). Requests are made once, as bytes.
/// </summary>
internal sealed class Caller(Uri server, string headers)
{
    /// <summary>What every browser accepts.</summary>
    public const string Browser = "Accept: text/html\r\nAccept-Encoding: gzip, deflate, br\r\n";

    public byte[] Get(string path) => Request("GET", path, headers, "");

    public byte[] Post(string path, object body) => Post(path, JsonSerializer.Serialize(body));

    public byte[] Post(string path) => Post(path, "");

    private byte[] Post(string path, string json) =>
        Request("POST", path, $"{headers}Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n", json);

    private byte[] Request(string method, string path, string all, string body) =>
        Encoding.UTF8.GetBytes($"{method} /{path} HTTP/1.1\r\nHost: {server.Authority}\r\n{all}\r\n{body}");
}

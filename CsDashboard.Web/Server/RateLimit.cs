using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CsDashboard.Foundation;
using Microsoft.Extensions.Options;

namespace CsDashboard.Web.Server;

/// <summary>
/// Calls to /api/* and /hooks/* per client address, in sliding windows of a minute and an hour (rules.md 004, rule C22). A refused call
/// does not count. An IPv6 client is its /64 network.
/// </summary>
public sealed class RateLimit(RequestDelegate next, IOptions<Settings> settings, TimeProvider clock)
{
    // At most this many addresses are remembered; beyond it, those that called longest ago are forgotten.
    private const int MaxClients = 20_000;

    private readonly RateLimitSettings limits = settings.Value.RateLimit;
    private readonly ConcurrentDictionary<string, Client> clients = new();
    private int sweeping;

    public Task Invoke(HttpContext http)
    {
        if (limits is { PerMinute: 0, PerHour: 0 } || !Counts(http.Request.Path))
            return next(http);

        var second = clock.GetUtcNow().ToUnixTimeSeconds();
        var client = clients.GetOrAdd(KeyOf(http.Connection.RemoteIpAddress), _ => new Client(limits));
        var wait = client.Take(second, out var minuteLeft, out var hourLeft);
        if (clients.Count > MaxClients) Sweep(second);

        var headers = http.Response.Headers;
        if (limits.PerMinute > 0) (headers["X-RateLimit-Limit-Minute"], headers["X-RateLimit-Remaining-Minute"]) = (Text(limits.PerMinute), Text(minuteLeft));
        if (limits.PerHour > 0) (headers["X-RateLimit-Limit-Hour"], headers["X-RateLimit-Remaining-Hour"]) = (Text(limits.PerHour), Text(hourLeft));
        if (wait == 0) return next(http);

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.CultureOf(Languages.Of(http));
        return Problems.Write(http, Refusal.TooMany(TimeSpan.FromSeconds(wait)));
    }

    // Hooks stand outside /api and are called by strangers: guessing tokens must be slow.
    private static bool Counts(PathString path) => path.StartsWithSegments("/hooks") || (path.StartsWithSegments("/api", out var rest) && rest.Value is not "/health");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string KeyOf(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address.ToString();
    }

    private void Sweep(long second)
    {
        if (Interlocked.Exchange(ref sweeping, 1) == 1) return;
        foreach (var (key, client) in clients)
            if (client.LastCall < second - 3660) clients.TryRemove(key, out _);
        if (clients.Count > MaxClients)
            foreach (var (key, _) in clients.OrderBy(c => c.Value.LastCall).Take(clients.Count - MaxClients * 9 / 10)) clients.TryRemove(key, out _);
        Volatile.Write(ref sweeping, 0);
    }

    private sealed class Client(RateLimitSettings limits)
    {
        private readonly Lock door = new();
        private readonly Window minute = new(limits.PerMinute, segmentSeconds: 5);
        private readonly Window hour = new(limits.PerHour, segmentSeconds: 300);

        public long LastCall { get; private set; }

        /// <summary>Zero and one call counted, or the seconds to wait.</summary>
        public long Take(long second, out int minuteLeft, out int hourLeft)
        {
            lock (door)
            {
                LastCall = second;
                var wait = Math.Max(minute.Wait(second), hour.Wait(second));
                if (wait == 0)
                {
                    minute.Count(second);
                    hour.Count(second);
                }
                (minuteLeft, hourLeft) = (minute.Left, hour.Left);
                return wait;
            }
        }
    }

    /// <summary>Twelve segments and the one being filled: never more than the limit within any whole window.</summary>
    private sealed class Window(int limit, int segmentSeconds)
    {
        private const int Segments = 13;
        private readonly int[] counts = limit > 0 ? new int[Segments] : [];
        private long current;
        private int sum;

        public int Left => Math.Max(0, limit - sum);

        public long Wait(long second)
        {
            if (limit == 0) return 0;
            Advance(second / segmentSeconds);
            if (sum < limit) return 0;
            for (var ahead = 1; ahead <= Segments; ahead++)
                if (counts[(current + ahead) % Segments] > 0) return Math.Max(1, (current + ahead) * segmentSeconds - second);
            return segmentSeconds;
        }

        public void Count(long second)
        {
            if (limit == 0) return;
            counts[current % Segments]++;
            sum++;
        }

        private void Advance(long segment)
        {
            if (segment - current >= Segments)
            {
                Array.Clear(counts);
                sum = 0;
            }
            else
            {
                for (var passed = current + 1; passed <= segment; passed++)
                {
                    sum -= counts[passed % Segments];
                    counts[passed % Segments] = 0;
                }
            }
            current = Math.Max(current, segment);
        }
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace CsDashboard.Web.Server;

/// <summary>
/// Counts calls by client address at each <see cref="Door"/>, in sliding windows of a minute and an hour. A refused call does not count.
/// An IPv6 client is its /64 network. Files of wwwroot are served before it.
/// </summary>
public sealed class RateLimit(RequestDelegate next, IOptions<Settings> settings, TimeProvider clock)
{
    // At most this many addresses are remembered; beyond that, those that called longest ago are forgotten.
    private const int MaxClients = 20_000;

    private readonly Budget[] budgets = [.. Enum.GetValues<Door>().Select(door => Budgets.Of(door, settings.Value.RateLimit))];
    private readonly ConcurrentDictionary<(Door Door, string Address), Client> clients = new();
    private int sweeping;

    public Task Invoke(HttpContext http)
    {
        // An error page is the same call once more.
        if (http.Features.Get<IExceptionHandlerFeature>() is not null || http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            return next(http);
        if (Budgets.DoorOf(http.Request) is not { } door || budgets[(int)door] is not { IsNone: false } budget)
            return next(http);

        var second = clock.GetUtcNow().ToUnixTimeSeconds();
        var client = clients.GetOrAdd((door, AddressBlock.Of(http.Connection.RemoteIpAddress)), _ => new Client(budget));
        var wait = client.Take(second, out var minuteLeft, out var hourLeft);
        if (clients.Count > MaxClients)
            Sweep(second);

        var headers = http.Response.Headers;
        if (door == Door.Api && budget.PerMinute > 0)
            (headers["X-RateLimit-Limit-Minute"], headers["X-RateLimit-Remaining-Minute"]) = (Text(budget.PerMinute), Text(minuteLeft));
        if (door == Door.Api && budget.PerHour > 0)
            (headers["X-RateLimit-Limit-Hour"], headers["X-RateLimit-Remaining-Hour"]) = (Text(budget.PerHour), Text(hourLeft));
        return wait == 0 ? next(http) : Refuse(http, Refusal.TooMany(TimeSpan.FromSeconds(wait)));
    }

    /// <summary>Programs get JSON; people read how long to wait, on a page that costs nothing to render.</summary>
    internal static Task Refuse(HttpContext http, Refusal refusal)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.CultureOf(Languages.Of(http));
        return http.IsForPrograms() || http.Request.Path.StartsWithSegments("/_blazor")
            ? Problems.Write(http, refusal)
            : PlainPage.Write(http, 429, ApiTexts.Of("TooMany.Title"), refusal);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Sweep(long second)
    {
        if (Interlocked.Exchange(ref sweeping, 1) == 1)
            return;
        foreach (var (key, client) in clients)
            if (client.LastCall < second - 3660)
                clients.TryRemove(key, out _);
        if (clients.Count > MaxClients)
            foreach (var (key, _) in clients.OrderBy(c => c.Value.LastCall).Take(clients.Count - MaxClients * 9 / 10))
                clients.TryRemove(key, out _);
        Volatile.Write(ref sweeping, 0);
    }

    private sealed class Client(Budget limits)
    {
        private readonly Lock door = new();
        private readonly Window minute = new(limits.PerMinute, segmentSeconds: 5);
        private readonly Window hour = new(limits.PerHour, segmentSeconds: 300);

        public long LastCall { get; private set; }

        /// <summary>Zero if the call was counted, otherwise the seconds to wait.</summary>
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
            if (limit == 0)
                return 0;
            Advance(second / segmentSeconds);
            if (sum < limit)
                return 0;
            for (var ahead = 1; ahead <= Segments; ahead++)
                if (counts[(current + ahead) % Segments] > 0)
                    return Math.Max(1, (current + ahead) * segmentSeconds - second);
            return segmentSeconds;
        }

        public void Count(long second)
        {
            if (limit == 0)
                return;
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

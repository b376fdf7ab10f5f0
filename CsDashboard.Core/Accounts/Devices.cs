using System.Net;
using System.Net.Sockets;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>What can be said about a device and a place without asking an outside service.</summary>
public static class Devices
{
    /// <summary>Browser and system from the user agent, e.g. Firefox, Windows; null for an unknown browser.</summary>
    public static string? Describe(string? agent)
    {
        agent ??= "";
        var browser =
            agent.Contains("Edg/") ? "Edge"
            : agent.Contains("OPR/") ? "Opera"
            : agent.Contains("Firefox/") ? "Firefox"
            : agent.Contains("Chrome/") ? "Chrome"
            : agent.Contains("Safari/") ? "Safari"
            : null;
        var system =
            agent.Contains("Android") ? "Android"
            : agent.Contains("iPhone") || agent.Contains("iPad") ? "iOS"
            : agent.Contains("Windows") ? "Windows"
            : agent.Contains("Mac OS") ? "macOS"
            : agent.Contains("Linux") ? "Linux"
            : null;
        return browser is null || system is null ? browser : $"{browser}, {system}";
    }

    /// <summary>The neighbourhood of an address: 203.0.113.x, or the first three groups of an IPv6 address.</summary>
    public static string Block(string? address)
    {
        if (!IPAddress.TryParse(address, out var ip))
            return "?";
        if (IPAddress.IPv6Loopback.Equals(ip))
            return "::1";
        var bytes = ip.GetAddressBytes();
        return ip.AddressFamily == AddressFamily.InterNetwork
            ? $"{bytes[0]}.{bytes[1]}.{bytes[2]}.x"
            : string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{bytes[0] << 8 | bytes[1]:x}:{bytes[2] << 8 | bytes[3]:x}:{bytes[4] << 8 | bytes[5]:x}:x"
            );
    }

    internal static string HashOf(Visitor visitor) => Sessions.Hash(visitor.Device ?? "called " + visitor.Browser);

    /// <summary>
    /// Checks whether the device is known to be the user's, and remembers it from now on. Called inside the write of the sign-in, before
    /// its session exists.
    /// </summary>
    internal static async Task<Met> Meet(AppDb db, User user, Visitor visitor)
    {
        var (hash, now, block) = (HashOf(visitor), visitor.Clock.Now(), Block(visitor.Address));
        var known = await db.KnownDevices.Where(d => d.UserId == user.Id).ToListAsync();
        var name = Describe(visitor.Browser);
        var device = known.Find(d => d.Hash == hash);
        if (device is null)
            db.KnownDevices.Add(
                device = new KnownDevice
                {
                    UserId = user.Id,
                    Hash = hash,
                    FirstSeenAt = now,
                }
            );
        (device.Name, device.LastSeenAt) = (name, now);
        var isFirst = known.Count == 0;
        return new(
            name,
            block,
            !known.Contains(device),
            isFirst,
            !isFirst && !await db.Sessions.AnyAsync(s => s.UserId == user.Id && s.Block == block)
        );
    }
}

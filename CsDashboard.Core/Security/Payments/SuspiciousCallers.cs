using System.Net;

namespace CsDashboard.Security.Payments;

/// <summary>Addresses and programs that payments seldom come from (contract: market, Payment risk).</summary>
internal static class SuspiciousCallers
{
    private static readonly IPNetwork[] Private = [Parse("10.0.0.0/8"), Parse("172.16.0.0/12"), Parse("192.168.0.0/16")];
    private static readonly string[] Programs = ["bot", "crawler", "spider", "scraper", "curl", "wget", "python-requests"];

    public static bool IsPrivate(string? address) =>
        IPAddress.TryParse(address, out var known)
        && (known.IsIPv4MappedToIPv6 ? known.MapToIPv4() : known) is var at
        && Array.Exists(Private, network => network.Contains(at));

    public static bool IsProgram(string? agent) =>
        agent is not null && Array.Exists(Programs, word => agent.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static IPNetwork Parse(string network) => IPNetwork.Parse(network);
}

using System.Net;
using System.Net.Sockets;

namespace CsDashboard.Foundation;

/// <summary>
/// Who stands behind an address when calls and guesses are counted: an IPv6 host has a whole /64 to call from, so that is what is counted.
/// </summary>
public static class AddressBlock
{
    public static string Of(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes(), 0, 8)
            : address.ToString();
    }

    public static string Of(string address) => IPAddress.TryParse(address, out var known) ? Of(known) : address;
}

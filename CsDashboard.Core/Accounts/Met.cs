using System.Net;
using System.Net.Sockets;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>What a sign-in shows of the device it came from.</summary>
internal sealed record Met(string? Device, string Block, bool IsNew, bool IsFirst, bool IsNewPlace);

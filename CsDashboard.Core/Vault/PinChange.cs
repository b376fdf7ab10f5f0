using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CsDashboard.Vault;

public sealed class PinChange
{
    /// <summary>Not asked for while there is no PIN at all.</summary>
    public string? Old { get; set; }
    public string? New { get; set; }
    public string? Repeat { get; set; }
}

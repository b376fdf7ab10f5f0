using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Foundation;

/// <summary>Where a company's chain ends. Two writers can't both continue from it, and links cut off at the end are noticed.</summary>
public sealed class ChainHead : ITenantOwned
{
    public Guid TenantId { get; set; }
    public required string Chain { get; init; }
    public long Position { get; private set; }
    public string Hash { get; private set; } = HashChain.Start;

    /// <summary>The next link; the entry is made of its position.</summary>
    public ChainLink Add(Func<long, string> entry)
    {
        var (previous, text) = (Hash, entry(++Position));
        Hash = HashChain.Hash(previous, text);
        return new ChainLink(Position, previous, text, Hash);
    }
}

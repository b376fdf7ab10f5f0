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

/// <summary>Walks a chain from its beginning and says where it is broken.</summary>
public sealed class ChainCheck
{
    /// <summary>How many links were whole so far, and the hash of the last.</summary>
    public long Position { get; private set; }
    public string Hash { get; private set; } = HashChain.Start;

    /// <summary>Null when the link follows; else what is wrong with it: position, previous, hash.</summary>
    public string? Fault(long position, string previous, string entry, string hash)
    {
        if (position != Position + 1)
            return "position";
        if (previous != Hash)
            return "previous";
        if (HashChain.Hash(previous, entry) != hash)
            return "hash";
        (Position, Hash) = (position, hash);
        return null;
    }
}

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

public static class ChainTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<ChainHead> ChainHeads => db.Set<ChainHead>();
    }
}

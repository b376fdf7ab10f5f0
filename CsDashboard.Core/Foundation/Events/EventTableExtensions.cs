using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Foundation.Events;

public static class EventTableExtensions
{
    extension(AppDb db)
    {
        public DbSet<StoredEvent> Events => db.Set<StoredEvent>();
        internal DbSet<FailedDelivery> FailedDeliveries => db.Set<FailedDelivery>();
    }
}

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

/// <summary>A delivery that failed and will be tried again, later each time; the others went on without it.</summary>
public sealed class FailedDelivery
{
    public Guid Id { get; private set; } = Ids.New();
    public long EventId { get; init; }
    public required string Handler { get; init; }
    public int Attempts { get; set; }
    public DateTimeOffset NextAt { get; set; }
    public string Error { get; set; } = "";
}

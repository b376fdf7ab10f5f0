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

/// <summary>A row of the one event table: who, when, room, kind, subject, before and after, payload.</summary>
public sealed class StoredEvent : ITenantOwned
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        // What was kept before a member was there lacks it, and is read all the same.
        TypeInfoResolver = new DefaultJsonTypeInfoResolver
        {
            Modifiers =
            {
                type =>
                {
                    foreach (var property in type.Properties)
                        property.IsRequired = false;
                },
            },
        },
    };

    /// <summary>The order of commits, on SQLite without gaps that fill later; the number that Last-Event-ID names.</summary>
    public long Id { get; private set; }
    public Guid TenantId { get; set; }
    public DateTimeOffset At { get; private set; }
    public Guid? UserId { get; private set; }
    public string ActorName { get; private set; } = "";
    public Role ActorRole { get; private set; }
    public string? Address { get; private set; }
    public string Room { get; private set; } = "";
    public string Kind { get; private set; } = "";

    /// <summary>What was done, as the audit says it: CREATE, UPDATE, LOGIN, … (<see cref="IEvent.Action"/>).</summary>
    public string Action { get; private set; } = "";
    public string SubjectKind { get; private set; } = "";
    public Guid SubjectId { get; private set; }
    public Guid? ForCustomer { get; private set; }
    public string? ForGroup { get; private set; }
    public string? Before { get; private set; }
    public string? After { get; private set; }
    public string Payload { get; private set; } = "";
    public bool Silent { get; private set; }

    /// <summary>Random, so that the hash of what was taken out can't be found by guessing; gone together with it.</summary>
    public byte[]? WhoSalt { get; private set; }
    public byte[]? ContentSalt { get; private set; }

    /// <summary>
    /// Set when the person (name and address) was taken out: the salted hash in lower-case hex that replaces it. Null while it is there.
    /// </summary>
    public string? WhoHash { get; private set; }

    /// <summary>The same for before, after and payload.</summary>
    public string? ContentHash { get; private set; }

    /// <summary>Null while it may still have to be delivered to a handler.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }

    // The event object while it is still in memory; after a read it is rebuilt from the payload.
    private IEvent? happening;

    internal static StoredEvent Of(IEvent happening, Actor actor) =>
        new()
        {
            happening = happening,
            At = actor.Now,
            UserId = actor.UserId,
            ActorName = actor.Name,
            ActorRole = actor.Role,
            Address = actor.Address,
            Silent = actor.Silent,
            Kind = EventKinds.NameOf(happening.GetType()),
            Room = EventKinds.RoomOf(happening.GetType()),
            Action = happening.Action,
            SubjectKind = happening.About.Kind,
            SubjectId = happening.About.Id,
            ForCustomer = happening.ForCustomer,
            ForGroup = happening.ForGroup,
            Before = happening.Before is { } before ? JsonSerializer.Serialize(before, Json) : null,
            After = happening.After is { } after ? JsonSerializer.Serialize(after, Json) : null,
            Payload = JsonSerializer.Serialize(happening, happening.GetType(), Json),
            WhoSalt = RandomNumberGenerator.GetBytes(16),
            ContentSalt = RandomNumberGenerator.GetBytes(16),
            DeliveredAt = EventKinds.HasHandlers(happening.GetType()) ? null : actor.Now,
        };

    /// <summary>The hash that the history is sealed with for name and address, kept or made.</summary>
    internal string WhoDigest => WhoHash ?? Digest(WhoSalt, ActorName, Address);
    internal string ContentDigest => ContentHash ?? Digest(ContentSalt, Before, After, Payload);

    private static string Digest(byte[]? salt, params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt ?? []);
        foreach (var part in parts)
        {
            // Each part with its length, so that nothing can move from one part to the next; -1 means none.
            var bytes = part is null ? [] : Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(part is null ? -1 : bytes.Length));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The event as its own type; null when this version no longer knows the kind, and when its content was taken out.</summary>
    public IEvent? Happening() =>
        ContentHash is not null
            ? null
            : happening ??= EventKinds.TypeOf(Room, Kind) is { } type ? (IEvent?)JsonSerializer.Deserialize(Payload, type, Json) : null;
}

using System.Globalization;
using CsDashboard.Bots;
using CsDashboard.Foundation.Events;

namespace CsDashboard.Vault;

/// <summary>A right PIN (PIN_ACCESS_GRANTED; contract: enhanced, Audit): by which door, never the PIN.</summary>
public sealed record PinAccessGranted(Guid TenantId, string Door) : IEvent
{
    public Subject About => new("vault", TenantId);
    public (string, object?[]) Sentence => ("Event_PinAccessGranted", [new SaidWord("VaultDoor_" + Door)]);
}

/// <summary>A wrong PIN (PIN_ACCESS_DENIED), or one that was given while the vault was locked.</summary>
public sealed record PinAccessDenied(Guid TenantId, string Door, int TriesLeft) : IEvent
{
    public Subject About => new("vault", TenantId);
    public (string, object?[]) Sentence => ("Event_PinAccessDenied", [new SaidWord("VaultDoor_" + Door), TriesLeft]);
}

/// <summary>Five wrong PINs: nobody of the company opens the vault until then.</summary>
public sealed record VaultLockedOut(Guid TenantId, DateTimeOffset Until) : IEvent
{
    public Subject About => new("vault", TenantId);
    public (string, object?[]) Sentence => ("Event_VaultLockedOut", [Until]);
}

public sealed record VaultClosed(Guid TenantId) : IEvent
{
    public Subject About => new("vault", TenantId);
    public (string, object?[]) Sentence => ("Event_VaultClosed", []);
}

public sealed record VaultPinChanged(Guid TenantId) : IEvent
{
    public Subject About => new("vault", TenantId);
    public (string, object?[]) Sentence => ("Event_VaultPinChanged", []);
}

/// <summary>Somebody read candles: which ones, and how many were shown. Recorded in the transaction of the read.</summary>
public sealed record CandlesRead(Guid TenantId, CandleScope Scope, int Count) : IEvent
{
    public Subject About => new("vault", TenantId);
    public (string, object?[]) Sentence => ("Event_CandlesRead", [Count, Scope]);
}

/// <summary>An export began; recorded before its first byte leaves.</summary>
public sealed record CandlesExported(Guid TenantId, CandleScope Scope, string Format, long Count) : IEvent
{
    public Subject About => new("vault", TenantId);
    public (string, object?[]) Sentence => ("Event_CandlesExported", [Count, Format, Scope]);
}

public sealed record CandlesImported(Guid TenantId, CandleScope Scope, int Added, int Repeated) : IEvent
{
    public Subject About => new("vault", TenantId);
    public (string, object?[]) Sentence => ("Event_CandlesImported", [Added, Scope]);
}

/// <summary>A candle that a program entered with the PIN.</summary>
public sealed record CandleStored(Guid TenantId, CandleScope Scope, DateTimeOffset Time) : IEvent
{
    public Subject About => new("vault", TenantId);
    public (string, object?[]) Sentence => ("Event_CandleStored", [Scope]);
}

/// <summary>An envelope that does not open in its place: it was changed or moved outside the product.</summary>
public sealed record CandleTampered(Guid TenantId, CandleScope Scope, DateTimeOffset Time) : IEvent
{
    public Subject About => new("vault", TenantId);
    public (string, object?[]) Sentence => ("Event_CandleTampered", [Scope, Time]);
}

public sealed record VaultKeyMade(Guid TenantId, int Number) : IEvent
{
    public Subject About => new("vault", TenantId);
    public (string, object?[]) Sentence => ("Event_VaultKeyMade", [Number]);
}

public sealed record VaultKeySettled(Guid TenantId, int Number, long Count) : IEvent
{
    public Subject About => new("vault", TenantId);
    public (string, object?[]) Sentence => ("Event_VaultKeySettled", [Number, Count]);
}

/// <summary>Which candles: what is null is not limited.</summary>
public sealed record CandleScope(BotType? Type, string? Pair, string? Interval, DateTimeOffset? From = null, DateTimeOffset? To = null)
    : IFormattable
{
    public override string ToString() => ToString(null, CultureInfo.CurrentUICulture);

    public string ToString(string? format, IFormatProvider? formatProvider) =>
        string.Join(
            ' ',
            new[]
            {
                Type is { } type ? new SaidWord("BotType_" + type).ToString(format, formatProvider) : null,
                Pair,
                Interval,
                From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) is { } from ? from + " …" : null,
                To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) is { } to ? "… " + to : null,
            }.OfType<string>()
        )
            is { Length: > 0 } text
            ? text
            : "*";
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Foundation;
using CsDashboard.Signals;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Signals;

/// <summary>A signal under the names of the contract (rules.md 000).</summary>
public sealed class SignalBody
{
    public string? Type { get; set; }
    public string? Pair { get; set; }
    public string? Direction { get; set; }
    [JsonPropertyName("entry_price")] public decimal? EntryPrice { get; set; }
    [JsonPropertyName("stop_loss")] public decimal? StopLoss { get; set; }
    [JsonPropertyName("take_profit")] public decimal? TakeProfit { get; set; }
    /// <summary>Up to two further targets.</summary>
    [JsonPropertyName("more_targets")] public IReadOnlyList<decimal>? MoreTargets { get; set; }
    public Dictionary<string, decimal?>? Indicators { get; set; }
    public string? Note { get; set; }
    /// <summary>Sent twice with one key, it is published once.</summary>
    public string? Key { get; set; }

    internal NewSignal Signal => new()
    {
        Type = Type, Pair = Pair, Direction = Direction, EntryPrice = EntryPrice, StopLoss = StopLoss, TakeProfit = TakeProfit, MoreTargets = MoreTargets, Indicators = Indicators, Note = Note, Key = Key,
    };
}

/// <summary>What happened to a signal.</summary>
public sealed class StepBody
{
    public string? Event { get; set; }
    public int? Target { get; set; }
    public decimal? Price { get; set; }
    [JsonPropertyName("entry_price")] public decimal? EntryPrice { get; set; }
    [JsonPropertyName("stop_loss")] public decimal? StopLoss { get; set; }
    public IReadOnlyList<decimal>? Targets { get; set; }
    public string? Note { get; set; }

    internal SignalStep Step => new() { Event = Event, Target = Target, Price = Price, EntryPrice = EntryPrice, StopLoss = StopLoss, Targets = Targets, Note = Note };
}

public sealed record ScoreLineAnswer(string Reason, int Points, IReadOnlyList<decimal> Figures);

/// <summary>A signal as the contract names it, and what the product knows besides.</summary>
public sealed record SignalAnswer
{
    public required long Id { get; init; }
    [JsonPropertyName("signal_id")] public required Guid SignalId { get; init; }
    [JsonPropertyName("signal_type")] public required string SignalType { get; init; }
    public required string Pair { get; init; }
    public required string Direction { get; init; }
    [JsonPropertyName("entry_price")] public required decimal EntryPrice { get; init; }
    [JsonPropertyName("stop_loss")] public required decimal StopLoss { get; init; }
    [JsonPropertyName("take_profit")] public required decimal TakeProfit { get; init; }
    public required IReadOnlyList<decimal> Targets { get; init; }
    [JsonPropertyName("risk_reward")] public required decimal RiskReward { get; init; }
    [JsonPropertyName("confidence_score")] public required int ConfidenceScore { get; init; }
    [JsonPropertyName("is_recommended")] public required bool IsRecommended { get; init; }
    [JsonPropertyName("score_lines")] public required IReadOnlyList<ScoreLineAnswer> ScoreLines { get; init; }
    public required IReadOnlyDictionary<string, decimal> Indicators { get; init; }
    public required string? Note { get; init; }
    [JsonPropertyName("created_by")] public required string CreatedBy { get; init; }
    [JsonPropertyName("created_at")] public required DateTimeOffset CreatedAt { get; init; }
    [JsonPropertyName("is_active")] public required bool IsActive { get; init; }
    public required SignalState State { get; init; }
    public required int Reached { get; init; }
    public required decimal? Result { get; init; }
    public required int Corrections { get; init; }
    [JsonPropertyName("updated_at")] public required DateTimeOffset UpdatedAt { get; init; }

    internal static SignalAnswer Of(SignalRow s) => new()
    {
        Id = s.Number, SignalId = s.Id, SignalType = s.Type.ToString().ToLowerInvariant(), Pair = s.Pair, Direction = s.Direction.ToString().ToUpperInvariant(),
        EntryPrice = s.Entry, StopLoss = s.Stop, TakeProfit = s.Targets[0], Targets = s.Targets, RiskReward = s.RiskReward, ConfidenceScore = s.Score,
        IsRecommended = s.Recommended, ScoreLines = [.. s.ScoreLines.Select(l => new ScoreLineAnswer(l.Reason, l.Points, l.Figures))], Indicators = s.Indicators,
        Note = s.Note, CreatedBy = "admin", CreatedAt = s.PublishedAt, IsActive = !s.IsOver, State = s.State, Reached = s.Reached, Result = s.Result,
        Corrections = s.Corrections, UpdatedAt = s.LastEventAt,
    };
}

public sealed record SignalMade(bool Success, SignalAnswer Signal, string Message);
public sealed record SignalsAnswer(bool Success, IReadOnlyList<SignalAnswer> Signals, int Count);
public sealed record LifeAnswer(long Position, LifeKind Event, DateTimeOffset At, string? Note, IReadOnlyList<CsDashboard.Signals.Signal.Change> Changes, string Hash);
public sealed record SignalDetailAnswer(bool Success, SignalAnswer Signal, IReadOnlyList<Candle> Candles, IReadOnlyList<LifeAnswer> Life);
public sealed record RecordAnswer(bool Success, TrackRecord Record);
public sealed record VerdictAnswer(bool Success, bool Whole, Verdict Verdict);

/// <summary>/api/enhanced/signals: customers read what their tier lets them see, admins publish and say what happened.</summary>
internal static class SignalEndpoints
{
    // Beyond the body itself stand a thousand kilobytes of indicators, which are refused by name and not by their length.
    private const long MaxBody = 3 * 1_048_576;

    public static void MapSignals(this Api api)
    {
        const string Path = "/enhanced/signals";
        api.Admin.MapPost(Path, Publish).WithName("publishSignal").WithTags("signals").WithMetadata(new RequestSizeLimitAttribute(MaxBody))
            .WithSummary("Publishes a signal to every customer whose tier sees it; it can't be taken back").ProducesProblem(400);
        api.Admin.MapPost(Path + "/{id}/events", Step).WithName("stepSignal").WithTags("signals")
            .WithSummary("Writes down what happened to a signal: entry_reached, target_reached, stop_reached, moved, closed, cancelled, corrected").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        var seen = api.SignedIn.MapGroup(Path).WithTags("signals");
        seen.MapGet("", List).WithName("listSignals").WithSummary("Active signals of the last 24 hours, newest first, at most 50").ProducesProblem(400);
        seen.MapGet("/{id}", Get).WithName("getSignal").WithSummary("A signal with its candles and its life").ProducesProblem(404);
        seen.MapGet("/record", Record).WithName("getSignalRecord").WithSummary("The figures of all signals ever published");
        seen.MapGet("/record/verify", Verify).WithName("verifySignalRecord").WithSummary("Recomputes the chain of signal events and says where it is broken");
        seen.MapGet("/record/download", Download).WithName("downloadSignalRecord").WithSummary("The chain, a line of JSON for each event").Produces(200, contentType: "application/x-ndjson").ProducesProblem(403);
    }

    private static Task<Created<SignalMade>> Publish(Actor actor, CsDashboard.Signals.Signals signals, SignalBody body) => InTheirNames(async () =>
    {
        var signal = await signals.Publish(actor, body.Signal);
        return TypedResults.Created($"/api/enhanced/signals/{signal.Id}", new SignalMade(true, SignalAnswer.Of(signal), SignalTexts.Get("Api.Published")));
    });

    private static Task<Ok<SignalMade>> Step(Actor actor, CsDashboard.Signals.Signals signals, string id, StepBody body) => InTheirNames(async () =>
    {
        var signal = await signals.Step(actor, await signals.Resolve(actor, id), body.Step);
        return TypedResults.Ok(new SignalMade(true, SignalAnswer.Of(signal), SignalTexts.Get("Api.Stepped")));
    });

    private static async Task<Ok<SignalsAnswer>> List(Actor actor, SignalLists lists, string? type = null, bool recommended = false)
    {
        var page = await lists.List(actor, new SignalFilter { Type = type, Recommended = recommended, State = "active", Since = actor.Now.AddHours(-24), Size = 50 });
        return TypedResults.Ok(new SignalsAnswer(true, [.. page.Items.Select(SignalAnswer.Of)], page.Items.Count));
    }

    private static async Task<Ok<SignalDetailAnswer>> Get(Actor actor, CsDashboard.Signals.Signals signals, SignalLists lists, string id)
    {
        var detail = await lists.Get(actor, await signals.Resolve(actor, id));
        return TypedResults.Ok(new SignalDetailAnswer(true, SignalAnswer.Of(detail.Signal), detail.Candles, [.. detail.Life.Select(l => new LifeAnswer(l.Position, l.Kind, l.At, l.Note, l.Changes, l.Hash))]));
    }

    private static async Task<Ok<RecordAnswer>> Record(Actor actor, SignalLists lists) => TypedResults.Ok(new RecordAnswer(true, await lists.Figures(actor)));

    private static async Task<Ok<VerdictAnswer>> Verify(Actor actor, SignalRecord record)
    {
        var verdict = await record.Verify(actor);
        return TypedResults.Ok(new VerdictAnswer(true, verdict.IsWhole, verdict));
    }

    private static async Task Download(HttpContext http, Actor actor, SignalRecord record)
    {
        var lines = await record.Lines(actor, http.RequestAborted);
        http.Response.ContentType = "application/x-ndjson; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"signal-record.jsonl\"";
        await foreach (var line in lines)
        {
            await http.Response.WriteAsync(line, Encoding.UTF8, http.RequestAborted);
            await http.Response.WriteAsync("\n", Encoding.UTF8, http.RequestAborted);
        }
    }

    // The verbs name fields in camelCase; these bodies have the contract's snake_case.
    private static async Task<T> InTheirNames<T>(Func<Task<T>> verb)
    {
        try { return await verb(); }
        catch (Refusal refusal) when (refusal is { Kind: RefusalKind.Invalid, Fields.Count: > 0 })
        {
            throw Refusal.Invalid([.. refusal.Fields.Select(f => f with { Field = JsonNamingPolicy.SnakeCaseLower.ConvertName(f.Field) })]);
        }
    }
}

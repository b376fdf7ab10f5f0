using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

/// <summary>
/// Unsubscribing from messages that are not a person's own business: a link that works for anyone who has the message, without signing in
/// and as often as they like (RFC 8058). It names person, channel and topics under our signature, and opens nothing else.
/// </summary>
public sealed class Stops(Store store, Preferences preferences, IDataProtectionProvider protection, TimeProvider clock)
{
    private const int Length = 16 + 16 + 1 + 4;

    private readonly SealedWords words = new(protection, "CsDashboard.Stops");

    /// <summary>
    /// The word at the end of the link in a message; null for messages that can't be stopped, and for anybody but customers.
    /// </summary>
    internal string? WordOf(Notification row)
    {
        var topics = NoticeTopics.Stopped(row);
        if (topics == NoticeTopic.None || row.CustomerId is not { } customer)
            return null;
        var named = new byte[Length];
        row.TenantId.TryWriteBytes(named);
        customer.TryWriteBytes(named.AsSpan(16));
        named[32] = row.Channel.Number;
        BitConverter.TryWriteBytes(named.AsSpan(33), (int)topics);
        return words.Seal(named);
    }

    /// <summary>
    /// What the link stops; nothing is changed. NotFound for a link that isn't ours, or that belongs to somebody who is gone.
    /// </summary>
    public async Task<StopView> Read(string? word)
    {
        var (company, customer, channel, topics) = Opened(word);
        var set = (await preferences.Get(company, customer)).Set;
        return await ViewOf(company, channel, topics, set);
    }

    /// <summary>Stops them. Safe to repeat. NotFound as <see cref="Read"/>.</summary>
    public async Task<StopView> Stop(string? word)
    {
        var (company, customer, channel, topics) = Opened(word);
        var change = new PreferenceChange { Switches = [.. Each(topics).Select(topic => (channel, topic, false))] };
        return await ViewOf(company, channel, topics, (await preferences.Change(company, change, customer)).Set);
    }

    private async Task<StopView> ViewOf(Actor company, Channel channel, NoticeTopic topics, NoticeSet set)
    {
        await using var db = store.Open(company);
        var name =
            await db.Tenants.Where(t => t.Id == company.TenantId).Select(t => t.Name).SingleOrDefaultAsync() ?? throw Refusal.NotFound();
        return new(name, channel, [.. Each(topics)], Each(topics).All(topic => !set.Has(channel, topic)));
    }

    private static IEnumerable<NoticeTopic> Each(NoticeTopic topics) => NoticeSet.Topics.Where(topic => topics.HasFlag(topic));

    private (Actor Company, Guid Customer, Channel Channel, NoticeTopic Topics) Opened(string? word)
    {
        if (words.Open(word) is { Length: Length } named && Channel.All.FirstOrDefault(c => c.Number == named[32]) is { } channel)
            return (
                Actor.System(new Guid(named.AsSpan(0, 16)), clock),
                new Guid(named.AsSpan(16, 16)),
                channel,
                (NoticeTopic)BitConverter.ToInt32(named, 33)
            );
        throw Refusal.NotFound(Words.Of("Stop_Unknown"));
    }
}

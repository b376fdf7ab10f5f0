using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Notifications.Channels;

/// <summary>
/// A way by which people are told of things: what it is called, whom it reaches, what it carries, how it is sent. Rows, switches, pages,
/// links that stop, the export and the outbox ask here; none of them knows which channels there are. To add one: a file of its own beside
/// these, its lines below, its texts (Channel_Name and Field_WordTopics).
/// </summary>
[JsonConverter(typeof(ChannelJson))]
public sealed class Channel
{
    public static readonly Channel Email = EmailChannel.Facts;
    public static readonly Channel Sms = SmsChannel.Facts;

    /// <summary>The bell, and the browser's own notice while a page is open.</summary>
    public static readonly Channel Bell = BellChannel.Facts;

    /// <summary>All of them, in the order of the settings.</summary>
    public static readonly IReadOnlyList<Channel> All = [Email, Sms, Bell];

    /// <summary>Those by which a notice goes unless it names others.</summary>
    public static readonly IReadOnlyList<Channel> Usual = [.. All.Where(c => c.IsUsual)];

    /// <param name="name">As rows say it. It never changes.</param>
    /// <param name="number">As links in messages say it. It never changes, and no other channel gets it later.</param>
    /// <param name="icon">Of the kit.</param>
    /// <param name="address">What it must know of people.</param>
    /// <param name="send">Returns once the message is taken. <see cref="DeliveryRefused"/> when trying again can't help; any other
    /// exception when it may.</param>
    internal Channel(
        string name,
        byte number,
        string icon,
        AddressKind address,
        Func<Parcel, IServiceProvider, CancellationToken, Task> send
    ) => (Name, Number, Icon, Address, Send, Word) = (name, number, icon, address, send, name.ToLowerInvariant());

    public string Name { get; }
    internal byte Number { get; }
    public string Icon { get; }
    public AddressKind Address { get; }
    internal Func<Parcel, IServiceProvider, CancellationToken, Task> Send { get; }

    /// <summary>As calls and facts of the history say it.</summary>
    public string Word { get; internal init; }

    /// <summary>What the export of a person's data calls the topics of it.</summary>
    public string TopicsField => char.ToUpperInvariant(Word[0]) + Word[1..] + "Topics";

    /// <summary>In the language of the current person.</summary>
    public string Label => Words.Of("Channel_" + Name);

    /// <summary>
    /// What leaves waits in the outbox and for the end of quiet hours, carries the word that stops it, and goes only to an address that is
    /// known to be its reader's. What stays is there at once.
    /// </summary>
    public bool LeavesTheHouse => Address != AddressKind.None;

    /// <summary>Whether a notice goes by it unless it names its channels.</summary>
    internal bool IsUsual { get; init; } = true;

    /// <summary>
    /// The topics that are on for whom nobody asked: all but the newsletter, which is asked for (contract: membership, Notification
    /// preferences).
    /// </summary>
    internal NoticeTopic TopicsAtFirst { get; init; } = NoticeSet.All & ~NoticeTopic.News;

    /// <summary>Whether what staff tell by topic, not by channel, goes by it too.</summary>
    internal Predicate<NoticeTopic> Carries { get; init; } = _ => true;

    /// <summary>Registers what sending needs.</summary>
    internal Action<IServiceCollection> AddServices { get; init; } = _ => { };

    public override string ToString() => Name;

    internal static Channel Named(string name) => All.First(c => c.Name == name);

    private sealed class ChannelJson : JsonConverter<Channel>
    {
        public override Channel Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.GetString() is var word && All.FirstOrDefault(c => Written(c) == word) is { } channel
                ? channel
                : throw new JsonException($"'{word}' is no channel.");

        public override void Write(Utf8JsonWriter writer, Channel value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Written(value));

        private static string Written(Channel channel) => JsonNamingPolicy.SnakeCaseLower.ConvertName(channel.Name);
    }
}

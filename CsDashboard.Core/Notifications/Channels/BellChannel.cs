namespace CsDashboard.Notifications.Channels;

/// <summary>The inbox of whoever has an account. A bell wakes nobody, so the newsletter rings it until it is switched off.</summary>
internal static class BellChannel
{
    public static readonly Channel Facts = new("InApp", number: 0, icon: "bell", AddressKind.None, Send)
    {
        Word = "push",
        TopicsAtFirst = NoticeSet.All,
    };

    private static Task Send(Parcel parcel, IServiceProvider services, CancellationToken cancellation) =>
        throw new NotSupportedException("What rings the bell is there at once and waits in no outbox.");
}

using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;

namespace CsDashboard.Marketplace.Returns;

/// <summary>The customer hears of every step of their return, and the team, by the bell, of one that is asked for.</summary>
public sealed class ReturnNotices(Notices notices) : IHandle<ReturnChanged>
{
    private const string Kind = "return";

    public async Task Handle(Recorded<ReturnChanged> happening, AppDb db)
    {
        var e = happening.Event;
        if (happening.Silent)
            return;
        if (e.From is null)
            await notices.Tell(
                db,
                await Recipients.Agents(db),
                new Notice(Kind, "Notice_ReturnAsked_Title", e.OrderNumber)
                {
                    Link = new LinkTo("return", e.Number),
                    Channels = [Notifications.Channels.Channel.Bell],
                    Topic = NoticeTopic.Orders,
                }
            );
        else if (e.From.Status != e.To.Status)
            await notices.Tell(
                db,
                await Recipients.OfCustomer(db, e.CustomerId),
                new Notice(Kind, TitleOf(e.To.Status), e.Number, new Money(e.To.Refund ?? 0, Currency.Of(e.Currency)))
                {
                    Quote = e.Note,
                    Link = new LinkTo("return", e.Number),
                    Topic = NoticeTopic.Orders,
                }
            );
    }

    private static string TitleOf(ReturnStatus status) =>
        status switch
        {
            ReturnStatus.Requested => "Notice_ReturnRequested_Title",
            ReturnStatus.Approved => "Notice_ReturnApproved_Title",
            ReturnStatus.Rejected => "Notice_ReturnRejected_Title",
            ReturnStatus.InTransit => "Notice_ReturnInTransit_Title",
            ReturnStatus.Received => "Notice_ReturnReceived_Title",
            ReturnStatus.Refunded => "Notice_ReturnRefunded_Title",
        };
}

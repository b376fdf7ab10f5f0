using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;

namespace CsDashboard.Marketplace.Reviews;

/// <summary>Whoever asked hears of an answer, and whoever reviewed of what the company says to it.</summary>
public sealed class ReviewNotices(Notices notices) : IHandle<QuestionAnswered>, IHandle<ReviewAnswered>
{
    public async Task Handle(Recorded<QuestionAnswered> happening, AppDb db)
    {
        var e = happening.Event;
        if (!happening.Silent && e.CustomerId is { } customer)
            await notices.Tell(
                db,
                await Recipients.OfCustomer(db, customer),
                new Notice("question", "Notice_QuestionAnswered_Title", e.Product)
                {
                    Quote = e.Text,
                    Link = new LinkTo("product", e.Slug, "questions"),
                }
            );
    }

    public async Task Handle(Recorded<ReviewAnswered> happening, AppDb db)
    {
        var e = happening.Event;
        if (!happening.Silent && e.CustomerId is { } customer)
            await notices.Tell(
                db,
                await Recipients.OfCustomer(db, customer),
                new Notice("review", "Notice_ReviewAnswered_Title", e.Product)
                {
                    Quote = e.Text,
                    Link = new LinkTo("product", e.Slug, "reviews"),
                }
            );
    }
}

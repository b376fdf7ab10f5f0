using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;

namespace CsDashboard.Marketplace.Reviews;

/// <summary>Whoever asked hears of an answer, and whoever reviewed of what the company says to it.</summary>
public sealed class ReviewNotices(Notices notices) : IHandle<QuestionAnswered>, IHandle<ReviewAnswered>
{
    public Task Handle(Recorded<QuestionAnswered> happening, AppDb db)
    {
        var e = happening.Event;
        return Tell(db, happening.Silent ? null : e.CustomerId, "question", "Notice_QuestionAnswered_Title", (e.Product, e.Text, e.Slug));
    }

    public Task Handle(Recorded<ReviewAnswered> happening, AppDb db)
    {
        var e = happening.Event;
        return Tell(db, happening.Silent ? null : e.CustomerId, "review", "Notice_ReviewAnswered_Title", (e.Product, e.Text, e.Slug));
    }

    // The part of the product's page has the name of the kind.
    private async Task Tell(AppDb db, Guid? customer, string kind, string title, (string Product, string Text, string Slug) said)
    {
        if (customer is { } to)
            await notices.Tell(
                db,
                await Recipients.OfCustomer(db, to),
                new Notice(kind, title, said.Product) { Quote = said.Text, Link = new LinkTo("product", said.Slug, kind + "s") }
            );
    }
}

using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;

namespace CsDashboard.Knowledge;

/// <summary>An article that is to be checked is told to its owner; where there is none any more, to the admins.</summary>
public sealed class KnowledgeNotices(Notices notices) : IHandle<ArticleFellDue>
{
    public async Task Handle(Recorded<ArticleFellDue> happening, AppDb db)
    {
        var e = happening.Event;
        var owner = e.OwnerId is { } id ? await Recipients.OfUser(db, id) : null;
        await notices.Tell(
            db,
            owner is null ? await Recipients.Admins(db) : [owner],
            new Notice("article_due", "Notice_ArticleDue_Title", e.Title)
            {
                ContentKey = "Notice_ArticleDue",
                Link = new LinkTo("article", e.ArticleId),
            }
        );
    }
}

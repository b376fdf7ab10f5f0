using System.Linq.Expressions;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

/// <summary>What was planned for articles: they are published, archived and due for a check when their time has come.</summary>
public sealed class ArticleTimes(Store store, Tenants tenants)
{
    /// <summary>All that is due in the actor's company; for the schedule.</summary>
    public async Task Run(Actor company)
    {
        var now = company.Now;
        foreach (var id in await Those(company, a => a.PublishAt <= now))
            await Change(
                company,
                id,
                article =>
                {
                    if (!(article.PublishAt <= now))
                        return false;
                    article.Publish();
                    return true;
                }
            );
        foreach (var id in await Those(company, a => a.ArchiveAt <= now))
            await Change(
                company,
                id,
                article =>
                {
                    if (!(article.ArchiveAt <= now))
                        return false;
                    article.Archive(now);
                    return true;
                }
            );
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zones.Of((await tenants.Mine(company)).TimeZone)).DateTime);
        foreach (var id in await Those(company, a => a.VerifyBy <= today && !a.IsDue && a.ArchivedAt == null))
            await FallDue(company, id, today);
    }

    private async Task<List<Guid>> Those(Actor company, Expression<Func<Article, bool>> due)
    {
        await using var db = store.Open(company);
        return await db.Articles.Where(due).Select(a => a.Id).ToListAsync();
    }

    private Task Change(Actor company, Guid id, Func<Article, bool> act) =>
        store.Write(
            company,
            async db =>
            {
                if (await db.Articles.Include(a => a.Texts).SingleOrDefaultAsync(a => a.Id == id) is not { } article)
                    return;
                var before = Articles.StateOf(article);
                if (act(article))
                    await Articles.Record(db, article, before);
            }
        );

    private Task FallDue(Actor company, Guid id, DateOnly today) =>
        store.Write(
            company,
            async db =>
            {
                if (
                    await db.Articles.Include(a => a.Texts).SingleOrDefaultAsync(a => a.Id == id)
                    is not { IsDue: false, VerifyBy: { } day } article
                )
                    return;
                if (day > today)
                    return;
                article.FallDue();
                db.Record(new ArticleFellDue(id, article.TextFor(article.Texts[0].Language).Title, article.OwnerId, day));
                db.AnnounceAfterCommit(Topic.Room(company.TenantId, "Knowledge"));
            }
        );
}

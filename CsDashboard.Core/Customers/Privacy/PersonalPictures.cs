using CsDashboard.Foundation.Storage;
using CsDashboard.Images;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Privacy;

/// <summary>
/// A kind of picture that is somebody's own: handed out as files of this name, and gone with its customer. Which are theirs is said once.
/// </summary>
public abstract class PersonalPictures(Pictures pictures, string name, string file) : PersonalData(name, ErasureAction.Erase)
{
    public override bool IsTold => false;

    protected abstract IQueryable<PictureUse> Of(AppDb db, IReadOnlyList<Guid> records);

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => Of(db, records).CountAsync();

    public override async IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own)
    {
        foreach (var (at, picture) in await Handed(db, records))
            yield return new ExportRow(("At", at), ("File", picture.Path));
    }

    public override async IAsyncEnumerable<ExportFile> Files(AppDb db, IReadOnlyList<Guid> records, bool own)
    {
        foreach (var (_, picture) in await Handed(db, records))
            yield return picture;
    }

    public override async Task<int> Erase(Erasing work)
    {
        var shown = await work.Store.Write(
            work.Actor,
            async db =>
            {
                var uses = await Of(db, work.Records).OrderBy(u => u.Id).Take(Erasing.AtOnce).ToListAsync();
                db.PictureUses.RemoveRange(uses);
                return uses.ConvertAll(u => u.PictureId);
            }
        );
        foreach (var id in shown)
            await pictures.Remove(work.Actor, id);
        return shown.Count;
    }

    private async Task<List<(DateTimeOffset At, ExportFile File)>> Handed(AppDb db, IReadOnlyList<Guid> records)
    {
        var rows = await Of(db, records)
            .OrderBy(u => u.CreatedAt)
            .Join(
                db.Pictures,
                u => u.PictureId,
                p => p.Id,
                (u, p) =>
                    new
                    {
                        u.CreatedAt,
                        p.Id,
                        p.Kind,
                    }
            )
            .ToListAsync();
        return rows.ConvertAll(r => (r.CreatedAt, new ExportFile(r.Id, $"{file}.{Word.Of(r.Kind)}", PrintKeys.Original(r.Id))));
    }
}

using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Images;

public static class PictureTableExtensions
{
    extension(AppDb db)
    {
        internal DbSet<Picture> Pictures => db.Set<Picture>();
        internal DbSet<PictureUse> PictureUses => db.Set<PictureUse>();
        internal DbSet<PicturePrint> PicturePrints => db.Set<PicturePrint>();
    }
}

using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Images;

internal sealed class PictureTables
    : IEntityTypeConfiguration<Picture>,
        IEntityTypeConfiguration<PictureUse>,
        IEntityTypeConfiguration<PicturePrint>
{
    public void Configure(EntityTypeBuilder<Picture> table)
    {
        table.ToTable("Images");
        table.Property(p => p.Sha256).HasMaxLength(64);
        table.Property(p => p.Md5).HasMaxLength(32);
        table.Property(p => p.Name).HasMaxLength(255);
        table.Property(p => p.Kind).HasConversion<string>().HasMaxLength(8);
        table.Property(p => p.AltEn).HasMaxLength(Picture.MaxAlt);
        table.Property(p => p.AltAr).HasMaxLength(Picture.MaxAlt);
        table.HasIndex(p => new { p.TenantId, p.Sha256 }).IsUnique();
        table.HasIndex(p => new { p.TenantId, p.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<PictureUse> table)
    {
        table.ToTable("ImageUses");
        table.Property(u => u.For).HasConversion<string>().HasMaxLength(16);
        table.HasIndex(u => new { u.TenantId, u.PictureId });
        table
            .HasIndex(u => new
            {
                u.TenantId,
                u.For,
                u.SubjectId,
                u.PictureId,
            })
            .IsUnique();
        table.HasOne<Picture>().WithMany().HasForeignKey(u => u.PictureId);
    }

    public void Configure(EntityTypeBuilder<PicturePrint> table)
    {
        table.ToTable("ImagePrints");
        table.HasKey(p => new
        {
            p.PictureId,
            p.Preset,
            p.Format,
        });
        table.Property(p => p.Preset).HasConversion<string>().HasMaxLength(16);
        table.Property(p => p.Format).HasConversion<string>().HasMaxLength(8);
        table.HasIndex(p => new { p.TenantId, p.MadeAt });
        table.HasOne<Picture>().WithMany().HasForeignKey(p => p.PictureId);
    }
}

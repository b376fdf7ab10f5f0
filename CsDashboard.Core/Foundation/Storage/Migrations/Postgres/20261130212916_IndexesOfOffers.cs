using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CsDashboard.Foundation.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class IndexesOfOffers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_OfferUses_TenantId_AppliedAt",
                table: "OfferUses",
                columns: new[] { "TenantId", "AppliedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OfferUses_TenantId_UsedAt",
                table: "OfferUses",
                columns: new[] { "TenantId", "UsedAt" },
                filter: "\"UsedAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_OfferUses_TenantId_AppliedAt",
                table: "OfferUses");

            migrationBuilder.DropIndex(
                name: "IX_OfferUses_TenantId_UsedAt",
                table: "OfferUses");
        }
    }
}

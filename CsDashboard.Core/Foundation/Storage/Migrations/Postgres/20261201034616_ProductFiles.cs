using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CsDashboard.Foundation.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ProductFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Option1Ar",
                table: "ProductVariants",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Option2Ar",
                table: "ProductVariants",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Option3Ar",
                table: "ProductVariants",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ImportId",
                table: "Products",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ProductImportChanges",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProductId = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Before = table.Column<string>(type: "text", nullable: false),
                    Moved = table.Column<string>(type: "text", nullable: false),
                    Left = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProductImportChanges", x => new { x.ImportId, x.ProductId });
                });

            migrationBuilder.CreateTable(
                name: "ProductImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Changed = table.Column<int>(type: "integer", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileName = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    FileKey = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Separator = table.Column<string>(type: "character varying(1)", maxLength: 1, nullable: true),
                    HeadingLine = table.Column<int>(type: "integer", nullable: true),
                    HasHeadings = table.Column<bool>(type: "boolean", nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    ColumnText = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    State = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    StopAsked = table.Column<bool>(type: "boolean", nullable: false),
                    Why = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    BegunAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Handled = table.Column<int>(type: "integer", nullable: false),
                    Added = table.Column<int>(type: "integer", nullable: false),
                    Skipped = table.Column<int>(type: "integer", nullable: false),
                    Failed = table.Column<int>(type: "integer", nullable: false),
                    Removed = table.Column<int>(type: "integer", nullable: false),
                    Kept = table.Column<int>(type: "integer", nullable: false),
                    UndoneTo = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProductImports", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Products_ImportId_Number",
                table: "Products",
                columns: new[] { "ImportId", "Number" },
                filter: "\"ImportId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Products_TenantId_State_CategoryId_Brand_PublishAt",
                table: "Products",
                columns: new[] { "TenantId", "State", "CategoryId", "Brand", "PublishAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ProductImports_TenantId_CreatedAt",
                table: "ProductImports",
                columns: new[] { "TenantId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ProductImports_TenantId_State",
                table: "ProductImports",
                columns: new[] { "TenantId", "State" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ProductImportChanges");

            migrationBuilder.DropTable(
                name: "ProductImports");

            migrationBuilder.DropIndex(
                name: "IX_Products_ImportId_Number",
                table: "Products");

            migrationBuilder.DropIndex(
                name: "IX_Products_TenantId_State_CategoryId_Brand_PublishAt",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "Option1Ar",
                table: "ProductVariants");

            migrationBuilder.DropColumn(
                name: "Option2Ar",
                table: "ProductVariants");

            migrationBuilder.DropColumn(
                name: "Option3Ar",
                table: "ProductVariants");

            migrationBuilder.DropColumn(
                name: "ImportId",
                table: "Products");
        }
    }
}

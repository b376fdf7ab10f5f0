using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CsDashboard.Foundation.Storage.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Option2Ar",
                table: "ProductVariants",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Option3Ar",
                table: "ProductVariants",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ImportId",
                table: "Products",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ProductImportChanges",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    Moved = table.Column<string>(type: "TEXT", nullable: false),
                    Left = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProductImportChanges", x => new { x.ImportId, x.ProductId });
                });

            migrationBuilder.CreateTable(
                name: "ProductImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Changed = table.Column<int>(type: "INTEGER", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    FileKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Separator = table.Column<string>(type: "TEXT", maxLength: 1, nullable: true),
                    HeadingLine = table.Column<int>(type: "INTEGER", nullable: true),
                    HasHeadings = table.Column<bool>(type: "INTEGER", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    ColumnText = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    StopAsked = table.Column<bool>(type: "INTEGER", nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    BegunAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Handled = table.Column<int>(type: "INTEGER", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Skipped = table.Column<int>(type: "INTEGER", nullable: false),
                    Failed = table.Column<int>(type: "INTEGER", nullable: false),
                    Removed = table.Column<int>(type: "INTEGER", nullable: false),
                    Kept = table.Column<int>(type: "INTEGER", nullable: false),
                    UndoneTo = table.Column<long>(type: "INTEGER", nullable: false)
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

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CsDashboard.Foundation.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ShortNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Short",
                table: "Tickets",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "ErasedNumbers",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Highest = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ErasedNumbers", x => x.TenantId);
                });

            // Tickets that are there already are counted in the order in which they were opened, each company for itself.
            migrationBuilder.Sql("""
                UPDATE "Tickets" SET "Short" = counted."Short"
                FROM (SELECT "Id", 1000 + ROW_NUMBER() OVER (PARTITION BY "TenantId" ORDER BY "CreatedAt", "Id") AS "Short" FROM "Tickets") AS counted
                WHERE counted."Id" = "Tickets"."Id";
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_TenantId_Short",
                table: "Tickets",
                columns: new[] { "TenantId", "Short" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ErasedNumbers");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_TenantId_Short",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "Short",
                table: "Tickets");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CsDashboard.Foundation.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FrontDoor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Whoever is here already has been written to all along.
            migrationBuilder.Sql("UPDATE \"Users\" SET \"EmailConfirmed\" = TRUE");

            migrationBuilder.AddColumn<string>(
                name: "WishedTier",
                table: "Customers",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "KeyedCalls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Who = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Asked = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Answer = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyedCalls", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VaultMisses",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Who = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    LastFailureAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockedUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VaultMisses", x => new { x.TenantId, x.Who });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Ceilings",
                table: "Notifications",
                columns: new[] { "Address", "Kind", "CreatedAt" },
                filter: "\"Channel\" = 'Email' AND \"Topic\" = 'Security'");

            migrationBuilder.CreateIndex(
                name: "IX_KeyedCalls_TenantId_At",
                table: "KeyedCalls",
                columns: new[] { "TenantId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_KeyedCalls_TenantId_Who_Key",
                table: "KeyedCalls",
                columns: new[] { "TenantId", "Who", "Key" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeyedCalls");

            migrationBuilder.DropTable(
                name: "VaultMisses");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_Ceilings",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "WishedTier",
                table: "Customers");
        }
    }
}

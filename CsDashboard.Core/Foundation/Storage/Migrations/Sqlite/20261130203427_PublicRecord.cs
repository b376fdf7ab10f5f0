using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CsDashboard.Foundation.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PublicRecord : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsRecordPublic",
                table: "SignalSettings",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_Signals_TenantId_OverAt_Id",
                table: "Signals",
                columns: new[] { "TenantId", "OverAt", "Id" },
                filter: "\"OverAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Signals_TenantId_OverAt_Id",
                table: "Signals");

            migrationBuilder.DropColumn(
                name: "IsRecordPublic",
                table: "SignalSettings");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CsDashboard.Foundation.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LastActive : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Users_TenantId_Role_Name",
                table: "Users");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LastActiveAt",
                table: "Users",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            // Until now it was known only when somebody had signed in.
            migrationBuilder.Sql("UPDATE \"Users\" SET \"LastActiveAt\" = \"LastSignInAt\" WHERE \"LastSignInAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Users_TenantId_Role_CreatedAt_Id",
                table: "Users",
                columns: new[] { "TenantId", "Role", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Users_TenantId_Role_FoldedName_Id",
                table: "Users",
                columns: new[] { "TenantId", "Role", "FoldedName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Users_TenantId_Role_LastActiveAt_Id",
                table: "Users",
                columns: new[] { "TenantId", "Role", "LastActiveAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Users_TenantId_Role_NormalizedEmail_Id",
                table: "Users",
                columns: new[] { "TenantId", "Role", "NormalizedEmail", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Users_TenantId_Role_CreatedAt_Id",
                table: "Users");

            migrationBuilder.DropIndex(
                name: "IX_Users_TenantId_Role_FoldedName_Id",
                table: "Users");

            migrationBuilder.DropIndex(
                name: "IX_Users_TenantId_Role_LastActiveAt_Id",
                table: "Users");

            migrationBuilder.DropIndex(
                name: "IX_Users_TenantId_Role_NormalizedEmail_Id",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "LastActiveAt",
                table: "Users");

            migrationBuilder.CreateIndex(
                name: "IX_Users_TenantId_Role_Name",
                table: "Users",
                columns: new[] { "TenantId", "Role", "Name" });
        }
    }
}

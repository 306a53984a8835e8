"""Paths of the application."""

# Django and its REST framework have no types.
# pyright: basic
# mypy: disable-error-code="import-untyped,misc,no-untyped-call"

from django.urls import path, re_path
from rest_framework.routers import SimpleRouter

from . import lists, views

router = SimpleRouter()
router.register("books", views.BookViewSet, basename="book")

urlpatterns = [
    *router.urls,
    path("value/", views.ValueView.as_view()),
    path("value/import/", views.ValueImportView.as_view()),
    path("query/", views.QueryView.as_view()),
    path("changes/<uuid:key>/", views.ChangeView.as_view()),
    path("days/<int:number>/<str:day>/", views.DayView.as_view()),
    re_path(r"^tree/(?P<place>.+)/$", views.TreeView.as_view()),
    path("uploads/", views.UploadView.as_view()),
    path("uploads/several/", views.UploadSeveralView.as_view()),
    path("forms/", views.FormView.as_view()),
    path("download/", views.DownloadView.as_view()),
    path("shapes/", views.ShapeView.as_view()),
    path("scores/", views.ScoreView.as_view()),
    path("labels/", views.LabelView.as_view()),
    path("token/", views.TokenView.as_view()),
    path("basic/", views.BasicView.as_view()),
    path("header/", views.HeaderView.as_view()),
    path("numbered/", lists.NumberedView.as_view()),
    path("offsets/", lists.OffsetView.as_view()),
    path("cursors/", lists.CursorView.as_view()),
    path("bare/", lists.BareView.as_view()),
]
